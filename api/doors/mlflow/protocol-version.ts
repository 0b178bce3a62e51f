/** The protocol is that of this version of MLflow; clients ask for it. */
export const protocolVersion = "3.17.2";
