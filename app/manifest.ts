import type { MetadataRoute } from "next";

/** What a browser needs to install Epoch like a program. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Epoch",
    short_name: "Epoch",
    start_url: "/today",
    scope: "/",
    display: "standalone",
    background_color: "#f1f4ef",
    theme_color: "#f1f4ef",
    icons: [
      { src: "/app-icon/512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/app-icon/512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      { src: "/app-icon/192.png", sizes: "192x192", type: "image/png" },
    ],
  };
}
