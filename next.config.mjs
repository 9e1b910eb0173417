/** Headers that never change between requests; the content policy carries a nonce and is set in proxy.ts. */
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/** The address of a calendar is a secret: it is told to nobody, this site included. */
const secretAddress = [{ key: "Referrer-Policy", value: "no-referrer" }];

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.EPOCH_DIST ?? ".next",
  poweredByHeader: false,
  devIndicators: false,
  // `npm run check` and `npm test` check the types; a start does not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "pino"],
  // Messages are parsed on the server; this formatter does without the parser (a third of use-intl).
  turbopack: { resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" } },
  headers: async () => [
    { source: "/:path*", headers },
    { source: "/calendar/:path*", headers: secretAddress },
  ],
  // A browser asks for this name while a soft navigation puts the icon's link anew into the head.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
};

export default config;
