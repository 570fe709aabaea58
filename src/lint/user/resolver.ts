import resolvers from "@stoplight/spectral-ref-resolver";

/**
 * A resolver for rules that look at resolved documents. It knows the texts of the spec's files, by path, and nothing
 * else: no other file, no network.
 */
export function confinedResolver(
  texts: ReadonlyMap<string, string>,
): InstanceType<typeof resolvers.Resolver> {
  const file = {
    async resolve(uri: { path(): string }): Promise<string> {
      const name = decodeURIComponent(uri.path()).replace(/^\/+/, "");
      const text = texts.get(name);
      if (text === undefined) throw new Error(`${name} is no file of the specification`);
      return text;
    },
  };
  return new resolvers.Resolver({ resolvers: { file } });
}
