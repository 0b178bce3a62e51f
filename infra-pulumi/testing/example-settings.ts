const DIGEST = "0123456789abcdef".repeat(4);
const NEXT_DIGEST = "fedcba9876543210".repeat(4);

const REGISTRY = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";

export const API_IMAGE = `${REGISTRY}/modelwright-dev-api@sha256:${DIGEST}`;
export const NEXT_API_IMAGE = `${REGISTRY}/modelwright-dev-api@sha256:${NEXT_DIGEST}`;
export const WEB_IMAGE = `${REGISTRY}/modelwright-dev-web@sha256:${DIGEST}`;
export const MLFLOW_IMAGE = `${REGISTRY}/modelwright-dev-mlflow@sha256:${DIGEST}`;

/** The least that an app needs to be told. */
export const APP: Record<string, string> = {
  domain: "dev.modelwright.example",
  zone: "modelwright.example",
  apiImage: API_IMAGE,
  webImage: WEB_IMAGE,
  allowedCidrs: "203.0.113.0/24",
};

export const OIDC_SECRET = "a-client-secret-of-nobody";

export const MACHINE_KEYS = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:machine-keys-AbCdEf";

export const OIDC: Record<string, string> = {
  signIn: "OIDC",
  oidcIssuer: "https://id.example.com",
  oidcAuthorizationEndpoint: "https://id.example.com/authorize",
  oidcTokenEndpoint: "https://id.example.com/token",
  oidcUserInfoEndpoint: "https://id.example.com/me",
  oidcClientId: "modelwright",
  oidcClientSecret: OIDC_SECRET,
  owners: "ann@example.com",
  machineKeysSecretArn: MACHINE_KEYS,
};
