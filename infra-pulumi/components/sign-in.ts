import type * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

type Action = aws.types.input.lb.ListenerRuleAction;

/** Who may pass the balancer's listener, and how they prove it. */
export type SignIn =
  | { kind: "NONE" }
  | {
      kind: "OIDC";
      issuer: string;
      authorizationEndpoint: string;
      tokenEndpoint: string;
      userInfoEndpoint: string;
      clientId: string;
      clientSecret: pulumi.Output<string>;
    }
  | { kind: "COGNITO"; userPoolArn: string; clientId: string; domain: string };

/** What comes of a request without a session: a page goes to the sign-in, a call by a program is refused. */
export type Unauthenticated = "authenticate" | "deny";

const SESSION_SECONDS = 8 * 60 * 60;

/** The actions of a rule: sign-in where there is one, then the target. */
export function signedIn(signIn: SignIn, onUnauthenticatedRequest: Unauthenticated, forward: Action): Action[] {
  const session = { onUnauthenticatedRequest, sessionTimeout: SESSION_SECONDS, scope: "openid email profile" };
  switch (signIn.kind) {
    case "NONE":
      return [forward];
    case "OIDC": {
      const { kind: _, ...client } = signIn;
      return [
        { type: "authenticate-oidc", order: 1, authenticateOidc: { ...client, ...session } },
        { ...forward, order: 2 },
      ];
    }
    case "COGNITO":
      return [
        {
          type: "authenticate-cognito",
          order: 1,
          authenticateCognito: {
            userPoolArn: signIn.userPoolArn,
            userPoolClientId: signIn.clientId,
            userPoolDomain: signIn.domain,
            ...session,
          },
        },
        { ...forward, order: 2 },
      ];
  }
}

/** Who signs people in, and the client that the balancer is to it, as they stand in what the balancer signs. */
export function signedBy(signIn: Exclude<SignIn, { kind: "NONE" }>): { issuer: string; clientId: string } {
  switch (signIn.kind) {
    case "OIDC":
      return { issuer: signIn.issuer, clientId: signIn.clientId };
    case "COGNITO": {
      // arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_abc
      const [, , , region, , pool = ""] = signIn.userPoolArn.split(":");
      const issuer = `https://cognito-idp.${region}.amazonaws.com/${pool.replace("userpool/", "")}`;
      return { issuer, clientId: signIn.clientId };
    }
  }
}

/** A secret stays one in the state: it is encrypted there, and shown to nobody. */
export function signInOf(settings: {
  signIn: SignIn["kind"];
  oidcIssuer?: string | undefined;
  oidcAuthorizationEndpoint?: string | undefined;
  oidcTokenEndpoint?: string | undefined;
  oidcUserInfoEndpoint?: string | undefined;
  oidcClientId?: string | undefined;
  oidcClientSecret?: string | undefined;
  cognitoUserPoolArn?: string | undefined;
  cognitoClientId?: string | undefined;
  cognitoDomain?: string | undefined;
}): SignIn {
  switch (settings.signIn) {
    case "NONE":
      return { kind: "NONE" };
    case "OIDC":
      return {
        kind: "OIDC",
        issuer: given(settings.oidcIssuer),
        authorizationEndpoint: given(settings.oidcAuthorizationEndpoint),
        tokenEndpoint: given(settings.oidcTokenEndpoint),
        userInfoEndpoint: given(settings.oidcUserInfoEndpoint),
        clientId: given(settings.oidcClientId),
        clientSecret: pulumi.secret(given(settings.oidcClientSecret)),
      };
    case "COGNITO":
      return {
        kind: "COGNITO",
        userPoolArn: given(settings.cognitoUserPoolArn),
        clientId: given(settings.cognitoClientId),
        domain: given(settings.cognitoDomain),
      };
  }
}

function given(value: string | undefined): string {
  // The schema has seen to it; this is for the compiler.
  if (value === undefined) throw new Error("a setting of the sign-in is missing");
  return value;
}
