import { startProduct } from "../../testing/product.ts";
import { describeRegistry } from "../../testing/registry-contract.ts";

describeRegistry("in this database", async () => {
  const product = await startProduct();
  return { product, stop: () => product.stop() };
});
