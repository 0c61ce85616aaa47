import react from "@vitejs/plugin-react";
import mantine from "postcss-preset-mantine";
import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  base: "/desk/",
  plugins: [react()],
  css: { postcss: { plugins: [mantine()] } },
  build: {
    outDir: "../dist/desk",
    emptyOutDir: true,
    target: "baseline-widely-available",
    chunkSizeWarningLimit: 1000,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8080" } },
});
