const secret = "0123456789abcdef0123456789abcdef";

/** How people sign in at a proxy, with a person or two in each role; who is named nowhere may look. */
export const signedIn = {
  SIGN_IN: "PROXY",
  SIGN_IN_USER_HEADER: "x-user",
  SIGN_IN_EMAIL_HEADER: "x-email",
  SIGN_IN_SECRET: secret,
  SIGN_IN_OWNERS: "olga@example.com",
  SIGN_IN_APPROVERS: "ann@example.com,bob@example.com",
  SIGN_IN_EDITORS: "ed@example.com",
  SIGN_IN_VIEWERS: "vera@example.com",
};

/** What the proxy sends along with a person's requests. */
export const by = (name: string): Record<string, string> => ({
  "x-modelwright-secret": secret,
  "x-user": `u-${name}`,
  "x-email": `${name}@example.com`,
});
