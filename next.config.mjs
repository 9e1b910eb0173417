/** Headers that never change between requests; the content policy carries a nonce and is set in proxy.ts. */
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=(), usb=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.EPOCH_DIST ?? ".next",
  poweredByHeader: false,
  devIndicators: false,
  serverExternalPackages: ["better-sqlite3", "@node-rs/argon2", "pino"],
  headers: async () => [{ source: "/:path*", headers }],
};

export default config;
