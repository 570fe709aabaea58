declare const __ERRLOCK_VERSION__: string | undefined;

/** The package's version; `0.0.0-dev` when run from source. */
export const version: string = typeof __ERRLOCK_VERSION__ === "string" ? __ERRLOCK_VERSION__ : "0.0.0-dev";
