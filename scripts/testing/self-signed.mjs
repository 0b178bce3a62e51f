import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

// Tags and object identifiers as DER has them.
const SEQUENCE = 0x30;
const SET = 0x31;
const INTEGER = 0x02;
const BITS = 0x03;
const OCTETS = 0x04;
const IDENTIFIER = 0x06;
const TEXT = 0x0c;
const TIME = 0x17;
const COMMON_NAME = Buffer.from("550403", "hex");
const ALTERNATIVE_NAMES = Buffer.from("551d11", "hex");
const ECDSA_WITH_SHA256 = Buffer.from("2a8648ce3d040302", "hex");
const HOUR_MS = 3_600_000;

/**
 * A key and a certificate for a host, signed by itself, good for a day: what a server shows, and the one thing that it can be known by.
 * Made anew for each use, so that no key lies in the tree.
 * @param {string} host a name, not an address
 * @returns {{ key: string, certificate: string }} as PEM
 */
export function selfSigned(host) {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, der(IDENTIFIER, COMMON_NAME), der(TEXT, Buffer.from(host)))));
  const algorithm = der(SEQUENCE, der(IDENTIFIER, ECDSA_WITH_SHA256));
  const names = der(SEQUENCE, der(0x82, Buffer.from(host)));
  const content = der(
    SEQUENCE,
    // Version 3.
    der(0xa0, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    name,
    der(SEQUENCE, time(Date.now() - HOUR_MS), time(Date.now() + 24 * HOUR_MS)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, der(SEQUENCE, der(SEQUENCE, der(IDENTIFIER, ALTERNATIVE_NAMES), der(OCTETS, names)))),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign("sha256", content, privateKey)]);
  const lines = der(SEQUENCE, content, algorithm, der(BITS, signature))
    .toString("base64")
    .replace(/.{1,64}/g, "$&\n");
  return {
    key: String(privateKey.export({ type: "pkcs8", format: "pem" })),
    certificate: `-----BEGIN CERTIFICATE-----\n${lines}-----END CERTIFICATE-----\n`,
  };
}

/**
 * @param {number} tag
 * @param {Buffer[]} parts
 */
function der(tag, ...parts) {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head =
    length < 128 ? [tag, length] : length < 256 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(head), content]);
}

/** @param {number} at */
function time(at) {
  const digits = new Date(at).toISOString().replace(/\D/g, "").slice(2, 14);
  return der(TIME, Buffer.from(`${digits}Z`));
}
