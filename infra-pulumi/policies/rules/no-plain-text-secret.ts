import { containersOf, kindOf, type Rule, when } from "../rule.ts";

const SECRET_NAME = /(PASSWORD|PASSWD|SECRET|TOKEN|API[_-]?KEY|PRIVATE[_-]?KEY|CREDENTIALS?)$/i;
/** Names that end like a secret's and hold a number of tokens. */
const NO_SECRET_NAME = /(THREAD|MAX)_TOKENS?$/i;
const SECRET_VALUES: Record<string, RegExp> = {
  "an address with a password": /[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i,
  "an access key of AWS": /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  "a private key": /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  "a key of a language model's provider": /\bsk-[A-Za-z0-9_-]{20,}/,
};

export const noPlainTextSecret: Rule = {
  name: "no-plain-text-secret",
  description: "Secrets come from Secrets Manager when a task starts; no program, setting or variable holds one.",
  check: (resource) => {
    const { props } = resource;
    switch (kindOf(resource)) {
      case "ecs/taskDefinition":
        return containersOf(resource).flatMap(({ environment = [], command = [] }) => [
          ...environment.flatMap(({ name, value }) => variable(name, value)),
          ...command.flatMap((word) => looksSecret("its command", word)),
        ]);
      case "lambda/function":
        return Object.entries(props.environment?.variables ?? {}).flatMap(([name, value]) => variable(name, value));
      case "rds/instance":
      case "rds/cluster":
        return when({
          "has a password of the program's": props.password !== undefined || props.masterPassword !== undefined,
          "has a password that AWS does not manage":
            props.manageMasterUserPassword !== true && !props.replicateSourceDb,
        });
      case "ssm/parameter":
        return when({
          "is no SecureString": SECRET_NAME.test(String(props.name ?? resource.name)) && props.type !== "SecureString",
        });
      case "secretsmanager/secretVersion":
        return when({ "has a value of the program's; put it in by hand": props.secretString !== undefined });
      default:
        return [];
    }
  },
};

function variable(name: string, value: unknown): string[] {
  const named = SECRET_NAME.test(name) && !NO_SECRET_NAME.test(name);
  return named ? [`holds ${name} as plain text; make it a secret`] : looksSecret(name, value);
}

function looksSecret(where: string, value: unknown): string[] {
  return Object.entries(SECRET_VALUES)
    .filter(([, pattern]) => pattern.test(String(value)))
    .map(([what]) => `holds ${what} in ${where}`);
}
