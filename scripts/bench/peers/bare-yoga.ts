import { createServer } from "node:http";
import { createSchema, createYoga } from "graphql-yoga";
import { listen } from "./listen.ts";
import { openPeerModel } from "./model.ts";

/** GraphQL Yoga as it comes, with one mutation that predicts: no plugins, no checks, no database. The ONNX file is the argument. */
const predict = await openPeerModel(process.argv[2] ?? "");

const yoga = createYoga({
  logging: false,
  schema: createSchema({
    typeDefs: /* GraphQL */ `
      scalar JSON
      input PredictInput { model: String version: Int features: JSON! }
      type Prediction { model: String! version: Int! value: JSON! probabilities: JSON features: JSON! }
      type Query { ok: Boolean! }
      type Mutation { predict(input: PredictInput!): Prediction! }
    `,
    resolvers: {
      Mutation: {
        predict: (_parent: unknown, { input }: { input: { features: Record<string, string> } }) =>
          predict(input.features),
      },
    },
  }),
});

await listen(createServer(yoga));
