// Pulumi has whatever TypeScript it is given here compiled by an old compiler; what this imports, Node runs as it is.
import "./pack.ts";
