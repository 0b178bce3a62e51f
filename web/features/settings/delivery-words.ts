import type { DeliveryStatus } from "../../gql/graphql.ts";

interface Delivery {
  status: DeliveryStatus;
  attempts: number;
  responseCode?: number | null;
  error?: string | null;
}

/** How a delivery went, in a sentence. */
export function deliveryInWords({ status, attempts, responseCode, error }: Delivery): string {
  const tries = attempts === 1 ? "at the first attempt" : `after ${attempts} attempts`;
  switch (status) {
    case "DELIVERED":
      return `Delivered ${tries} (${responseCode ?? "no code"})`;
    case "FAILED":
      return `Given up ${tries}. ${error ?? ""}`.trim();
    case "PENDING":
      return attempts === 0 ? "On its way" : `To be tried again, ${tries}. ${error ?? ""}`.trim();
  }
}
