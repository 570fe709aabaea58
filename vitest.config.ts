import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 30_000,
    environment: "node",
    // All cores: Vitest would leave one of two idle.
    maxWorkers: "100%",
  },
});
