import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { AppShell } from "../features/shell/AppShell.tsx";
import { GraphQLProvider } from "../graphql/GraphQLProvider.tsx";
import "../ui/tokens.css";
import "../ui/base.css";
import { EarlyActs } from "../ui/EarlyActs.tsx";
import { earlyScript } from "../ui/early.ts";
import { themeScript } from "../ui/theme.ts";

export const metadata: Metadata = {
  title: { default: "Modelwright", template: "%s · Modelwright" },
  description: "Train, promote, predict and audit machine-learning models by conversation.",
};

export const viewport: Viewport = { width: "device-width", initialScale: 1 };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: constants of our own, before the first paint */}
        <script dangerouslySetInnerHTML={{ __html: themeScript + earlyScript }} />
      </head>
      <body>
        <GraphQLProvider>
          <AppShell>{children}</AppShell>
          <EarlyActs />
        </GraphQLProvider>
      </body>
    </html>
  );
}
