import { UnavailableError } from "../../platform/errors.ts";

/** The registry's server is away, or has no time: who can wait asks again. */
export class RegistryAwayError extends UnavailableError {}
