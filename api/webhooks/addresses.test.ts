import { expect, test } from "vitest";
import { isPublicAddress } from "./address.ts";
import { waitMs } from "./attempts.ts";
import { signedHeaders } from "./sign.ts";
import { problemOf } from "./webhook-url.ts";

test.each(["8.8.8.8", "93.184.216.34", "172.15.0.1", "172.32.0.1", "100.63.0.1", "2606:4700::1111", "2a00:1450::1"])(
  "%s is anybody's",
  (address) => expect(isPublicAddress(address)).toBe(true),
);

test.each([
  "127.0.0.1",
  "127.255.255.254",
  "0.0.0.0",
  "10.1.2.3",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "192.0.0.192",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "::ffff:8.8.8.8",
  "64:ff9b::a00:1",
  "fe80::1",
  "fc00::1",
  "fd00:ec2::254",
  "ff02::1",
  "2001:db8::1",
  "2001::1",
  "2002:7f00:1::",
  "3fff::1",
  "localhost",
  "",
  "1.2.3",
])("%s is not", (address) => expect(isPublicAddress(address)).toBe(false));

test.each([
  ["https://hooks.example.com/a?b=c", null],
  ["https://8.8.8.8/", null],
  ["http://hooks.example.com/", "https://"],
  ["ftp://hooks.example.com/", "https://"],
  ["https://user:word@hooks.example.com/", "name or password"],
  ["https://localhost/", "this machine"],
  ["https://a.localhost./", "this machine"],
  ["https://127.0.0.1/", "this machine"],
  // As the URL standard reads them.
  ["https://2130706433/", "this machine"],
  ["https://0x7f.1/", "this machine"],
  ["https://[::1]/", "this machine"],
  ["https://[::ffff:169.254.169.254]/", "this machine"],
  ["nothing", "https://"],
])("%s", (url, problem) => {
  const found = problemOf(url, { allowPrivate: false });
  if (problem === null) expect(found).toBeNull();
  else expect(found).toContain(problem);
});

test("where private addresses are allowed, they are, and http with them; nothing else is", () => {
  const rules = { allowPrivate: true };
  expect(problemOf("http://127.0.0.1:9/", rules)).toBeNull();
  expect(problemOf("http://a:b@127.0.0.1:9/", rules)).toContain("name or password");
  expect(problemOf("file:///etc/passwd", rules)).toContain("https://");
});

test("the signature is that of the standard's own example", () => {
  const headers = signedHeaders("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", {
    id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
    at: new Date(1_614_265_330_000),
    body: '{"test": 2432232314}',
  });
  expect(headers).toEqual({
    "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
    "webhook-timestamp": "1614265330",
    "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
  });
});

test("the waits grow by four, up to six hours, a fifth less or more by chance", () => {
  const plain = (attempts: number) => waitMs(attempts, () => 0.5);
  expect([1, 2, 3, 4].map(plain)).toEqual([5_000, 20_000, 80_000, 320_000]);
  expect(plain(9)).toBe(6 * 3_600_000);
  expect([waitMs(1, () => 0), waitMs(1, () => 1)]).toEqual([4_000, 6_000]);
});
