import resolvers from "@stoplight/spectral-ref-resolver";
import type { Spec } from "../../spec/spec.js";

/**
 * A resolver for rules that look at resolved documents. It knows the files of the spec, which are loaded, and nothing
 * else: no other file, no network.
 */
export function confinedResolver(spec: Spec): InstanceType<typeof resolvers.Resolver> {
  const file = {
    async resolve(uri: { path(): string }): Promise<string> {
      const name = decodeURIComponent(uri.path()).replace(/^\/+/, "");
      const document = spec.documents.get(name);
      if (document === undefined) throw new Error(`${name} is no file of the specification`);
      return document.text;
    },
  };
  return new resolvers.Resolver({ resolvers: { file } });
}
