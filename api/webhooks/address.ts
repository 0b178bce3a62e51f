import { BlockList, isIP } from "node:net";

/** IPv4's addresses that lead nowhere on the internet, or to who must not be asked: IANA's special-purpose registry. */
const notPublic4: readonly [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  // Link-local: the clouds' metadata is here.
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

/** Of IPv6's global addresses those that are none: Teredo and other assignments, documentation, 6to4. */
const notPublic6: readonly [string, number][] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

const blocked4 = new BlockList();
for (const [net, bits] of notPublic4) blocked4.addSubnet(net, bits, "ipv4");
const blocked6 = new BlockList();
for (const [net, bits] of notPublic6) blocked6.addSubnet(net, bits, "ipv6");
const global6 = new BlockList();
global6.addSubnet("2000::", 3, "ipv6");

/** Whether an address is anybody's on the internet: not this machine, its network, or a cloud's metadata. What is no address is not. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !blocked4.check(address, "ipv4");
    case 6:
      // Mapped, translated and local ones are outside of 2000::/3.
      return global6.check(address, "ipv6") && !blocked6.check(address, "ipv6");
    default:
      return false;
  }
}
