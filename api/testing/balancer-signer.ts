import { generateKeyPairSync, type KeyObject, randomUUID, sign } from "node:crypto";

/** AWS's balancer, as far as it signs: who it is, the key that it signs with, and the tokens that it writes. */
export function openBalancerSigner() {
  const balancerArn =
    "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/modelwright/50dc6c495c0c9188";
  const issuer = "https://id.example";
  const clientId = "modelwright";
  const ours = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const kid = randomUUID();
  return {
    balancerArn,
    issuer,
    clientId,
    kid,
    publicKey: ours.publicKey.export({ type: "spki", format: "pem" }),
    /** As the balancer writes them: each part padded, the padding signed too. */
    tokenOf(claims: object = {}, head: object = {}, by: KeyObject = ours.privateKey): string {
      const exp = Math.floor(Date.now() / 1_000) + 120;
      const header = {
        typ: "JWT",
        alg: "ES256",
        kid,
        signer: balancerArn,
        iss: issuer,
        client: clientId,
        exp,
        ...head,
      };
      const payload = { sub: "f0a1", iss: issuer, exp, email: "Ann@example.com", email_verified: "true", ...claims };
      const signed = [header, payload].map((part) => padded(Buffer.from(JSON.stringify(part)))).join(".");
      return `${signed}.${padded(sign("sha256", Buffer.from(signed), { key: by, dsaEncoding: "ieee-p1363" }))}`;
    },
  };
}

function padded(part: Buffer): string {
  const text = part.toString("base64url");
  return text.padEnd(Math.ceil(text.length / 4) * 4, "=");
}
