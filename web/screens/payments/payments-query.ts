import { queryOptions } from "@tanstack/react-query";
import type { PaymentView } from "../../../src/casework/payments/contract.ts";
import { ask } from "../../client.ts";

export type Shown = "open" | PaymentView["state"];

export const paymentsQuery = (state: Shown) =>
  queryOptions({
    queryKey: ["payments", state],
    queryFn: () => ask("GET /payments", { query: { state, limit: 200 } }),
    refetchInterval: 30_000,
  });

export const ordersQuery = queryOptions({
  queryKey: ["payment-orders"],
  queryFn: () => ask("GET /payments/files", {}),
});
