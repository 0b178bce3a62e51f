import { containersOf, kindOf, type Rule, when } from "../rule.ts";

export const hardenedTasks: Rule = {
  name: "hardened-tasks",
  description: "A task runs one known image, not as root, and writes nowhere but to its volume.",
  check: (resource) => {
    if (kindOf(resource) !== "ecs/taskDefinition") return [];
    return containersOf(resource).flatMap((container) =>
      when({
        "has an image without a digest": !/@sha256:[0-9a-f]{64}$/.test(container.image ?? ""),
        "may run as root": !/^[1-9]\d*(:|$)/.test(container.user ?? ""),
        "may write to its root file system": container.readonlyRootFilesystem !== true,
        "is privileged": container.privileged === true,
        "keeps no log": container.logConfiguration === undefined,
      }),
    );
  },
};
