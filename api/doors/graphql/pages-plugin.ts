import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from "@pothos/core";
import type { PageSizes } from "./pages.ts";

export const pagesPlugin = "pages";

declare global {
  // biome-ignore lint/style/noNamespace: how Pothos is told of a plugin
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      pages: PagesPlugin<Types>;
    }
  }
}

/**
 * Says in the printed schema how large the pages of a list are. A list that is read forwards has a default for `first`, and no
 * `last` and `before`, which would contradict it; one that is read both ways has no default argument, and says what it does.
 */
class PagesPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override onOutputFieldConfig(field: PothosOutputFieldConfig<Types>): PothosOutputFieldConfig<Types> {
    const sizes = field.extensions?.pages as PageSizes["extensions"]["pages"] | undefined;
    const { first, last, before, ...args } = field.args;
    if (!sizes || !first) return field;
    const bound = `At most ${sizes.maxSize}.`;
    if (sizes.bothWays && last && before) {
      const described = {
        ...first,
        description: `${sizes.defaultSize} when neither \`first\` nor \`last\` is given. ${bound}`,
      };
      return { ...field, args: { ...args, before, first: described, last: { ...last, description: bound } } };
    }
    return { ...field, args: { ...args, first: { ...first, defaultValue: sizes.defaultSize, description: bound } } };
  }
}

SchemaBuilder.registerPlugin(pagesPlugin, PagesPlugin);
