import { z } from "zod";

/**
 * The kinds of values that a stack's settings hold. Pulumi keeps every setting as text, so each is read from text, and its message
 * goes after the setting's name.
 */

export function oneOf<const T extends readonly [string, ...string[]]>(...values: T) {
  return z.enum(values, { error: `must be ${values.slice(0, -1).join(", ")} or ${values.at(-1)}` });
}

export function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`);
}

export const flag = oneOf("true", "false").transform((value) => value === "true");

/** What CloudWatch takes; any other number is refused only when the stack is half made. */
const RETENTION_DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 3653];

export const retentionDays = z
  .string()
  .transform(Number)
  .refine(
    (days) => RETENTION_DAYS.includes(days),
    `must be a number of days that CloudWatch knows: ${RETENTION_DAYS.join(", ")}`,
  );

export const emailAddress = z.email({ error: "must be an e-mail address" });

export const domainName = z
  .string()
  .regex(
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
    "must be a domain name in small letters, as modelwright.example.com",
  );

/** A tag may be moved to another image, a digest can't: what was tested is what runs. */
export const imageByDigest = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9.:_/-]*@sha256:[0-9a-f]{64}$/,
    "must be an image by its digest, as <repository>@sha256:<64 hexadecimal digits>",
  );

const CIDR = /^(25[0-5]|2[0-4]\d|1?\d?\d)(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}\/(3[0-2]|[12]?\d)$/;

export const cidrList = z
  .string()
  .transform(list)
  .refine((cidrs) => cidrs.length > 0 && cidrs.every((cidr) => CIDR.test(cidr)), {
    error: "must be one or more networks with commas between them, as 203.0.113.0/24",
  });

export function list(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
}

/** People and programs as the product's lists of roles name them. */
export const members = z
  .string()
  .transform(list)
  .refine(
    (all) => all.every((member) => /^((id|group|machine):[^,\s]|[^\s@:,]+@[^\s@:,]+$)/.test(member)),
    "must be e-mail addresses, or id:, group: or machine: with a name, with commas between them",
  );

/** The pairs that Fargate takes, in MiB for each of its numbers of CPU units. */
const MEMORY_OF_CPU: Record<string, readonly [least: number, most: number, step: number]> = {
  "256": [512, 2048, 512],
  "512": [1024, 4096, 1024],
  "1024": [2048, 8192, 1024],
  "2048": [4096, 16384, 1024],
  "4096": [8192, 30720, 1024],
};

export interface TaskSize {
  cpu: string;
  memory: string;
}

export const taskSize = z
  .string()
  .regex(/^\d+\/\d+$/, "must be CPU units and MiB of memory, as 512/1024")
  .transform((text, context): TaskSize => {
    const [cpu = "", memory = ""] = text.split("/");
    const range = MEMORY_OF_CPU[cpu];
    if (!range) {
      context.addIssue(`must have ${Object.keys(MEMORY_OF_CPU).join(", ")} CPU units`);
      return z.NEVER;
    }
    const [least, most, step] = range;
    const mib = Number(memory);
    if (mib < least || mib > most || mib % step !== 0) {
      context.addIssue(`must have, with ${cpu} CPU units, ${least} to ${most} MiB in steps of ${step}`);
      return z.NEVER;
    }
    return { cpu, memory };
  });

export interface TaskCount {
  least: number;
  most: number;
}

export const taskCount = z
  .string()
  .regex(/^\d+-\d+$/, "must be the least and the most tasks, as 1-4")
  .transform((text): TaskCount => {
    const [least = 0, most = 0] = text.split("-").map(Number);
    return { least, most };
  })
  .refine(
    ({ least, most }) => most >= 1 && most <= 50 && least <= most,
    "must be the least and the most tasks, as 1-4, at most 50",
  );

export const arnOf = (service: string, example: string) =>
  z.string().regex(new RegExp(`^arn:aws[a-z-]*:${service}:[a-z0-9-]*:\\d{12}:.+$`), `must be an ARN, as ${example}`);

export const httpsUrl = z.url({ protocol: /^https$/, error: "must be an https:// URL" });
