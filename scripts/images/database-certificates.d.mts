import type { X509Certificate } from "node:crypto";

export function databaseCertificates(now?: number): X509Certificate[];
