/**
 * Which codes a document declares at a path of its error bodies, as naively as it can be said: every enum, const and
 * extensible enum that can be reached there. It knows nothing of the product and never says that a code is gone where
 * a reader of the document could still find it.
 */
export function declaredAt(files: ReadonlyMap<string, unknown>, file: string, path: string): Set<string> {
  const found = new Set<string>();
  const root = files.get(file);
  const paths = [at(root, "paths"), at(root, "webhooks"), at(root, "x-webhooks")];
  let operations = 0;
  for (const items of paths) {
    for (const { value: operation, file: home } of allObjects(items, file)) {
      const responses = deref({ value: at(operation, "responses"), file: home });
      if (!isObject(responses.value)) continue;
      operations += 1;
      for (const [status, response] of Object.entries(responses.value)) {
        if (!/^(default|[345])/i.test(status)) continue;
        for (const schema of schemasOf({ value: response, file: responses.file }))
          collect(schema, steps(path), new Set());
      }
    }
  }
  // A document that is a list itself.
  if (operations === 0 && at(root, "openapi") === undefined && at(root, "swagger") === undefined) {
    for (const schema of [root, ...Object.values(objectOf(at(root, "$defs")))])
      collect({ value: schema, file }, [], new Set());
  }
  return found;

  interface Place {
    readonly value: unknown;
    readonly file: string;
  }

  /** All mappings below the paths, through every `$ref`, but not those of callbacks. */
  function allObjects(value: unknown, home: string, seen = new Set<unknown>()): Place[] {
    // What stands beside a reference is there, too, wherever that leads.
    const places = [deref({ value, file: home }), { value, file: home }];
    return places.flatMap((place) => {
      if (!isObject(place.value) || seen.has(place.value)) return [];
      seen.add(place.value);
      const deeper = Object.entries(place.value)
        .filter(
          ([key]) => at(place.value, "responses") === undefined || !["callbacks", "responses"].includes(key),
        )
        .flatMap(([, child]) => allObjects(child, place.file, seen));
      return [place, ...deeper];
    });
  }

  function schemasOf(response: Place): Place[] {
    const target = deref(response);
    const media = Object.values(objectOf(at(target.value, "content"))).map((one) =>
      deref({ value: one, file: target.file }),
    );
    return [
      ...media.flatMap((one) =>
        ["schema", "itemSchema"].map((key) => ({ value: at(one.value, key), file: one.file })),
      ),
      { value: at(target.value, "schema"), file: target.file },
    ];
  }

  function collect(schema: Place, rest: readonly string[], seen: Set<unknown>): void {
    if (!isObject(schema.value) || seen.has(schema.value)) return;
    const inside = new Set(seen).add(schema.value);
    const { value, file: home } = schema;
    const into = (child: unknown, left = rest, known = inside) =>
      collect({ value: child, file: home }, left, known);
    // From OpenAPI 3.1 on what stands beside a `$ref` counts, too.
    if (typeof value.$ref === "string") collect(follow(value.$ref, home), rest, inside);
    for (const key of ["allOf", "oneOf", "anyOf"]) for (const one of listOf(value[key])) into(one);
    for (const key of ["then", "else"]) into(value[key]);
    for (const one of Object.values(objectOf(value.dependentSchemas))) into(one);
    const mapping = objectOf(at(value.discriminator, "mapping"));
    const [step, ...left] = rest;
    if (step === undefined) {
      for (const one of [...listOf(value.enum), ...listOf(value["x-extensible-enum"]), value.const]) {
        if (typeof one === "string" || typeof one === "number") found.add(String(one));
      }
    } else if (step === "[]") {
      for (const one of [value.items, ...listOf(value.items), ...listOf(value.prefixItems), value.contains])
        into(one, left, new Set());
    } else {
      const properties = objectOf(value.properties);
      if (Object.hasOwn(properties, step)) into(properties[step], left, new Set());
      if (left.length === 0 && at(value.discriminator, "propertyName") === step) {
        for (const key of Object.keys(mapping)) found.add(key);
      }
      for (const target of Object.values(mapping)) if (typeof target === "string") into({ $ref: target });
    }
  }

  /** Follows one `$ref`; what it cannot find is undefined. */
  function follow(ref: string, from: string): Place {
    const [target = "", pointer = ""] = ref.split("#");
    const home = target === "" ? from : decode(target).replace(/^\.\//, "specs/");
    let value = files.get(home);
    for (const token of pointer.split("/").slice(1)) {
      value = at(value, decode(token).replace(/~1/g, "/").replace(/~0/g, "~"));
    }
    return { value, file: home };
  }

  function deref(place: Place): Place {
    const seen = new Set<unknown>();
    let current = place;
    while (isObject(current.value) && typeof current.value.$ref === "string" && !seen.has(current.value)) {
      seen.add(current.value);
      current = follow(current.value.$ref, current.file);
    }
    return current;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function steps(path: string): string[] {
  return path.split(".").flatMap((segment) => {
    const [, name = "", brackets = ""] = /^(.*?)((?:\[\])*)$/.exec(segment) ?? [];
    return [...(name === "" ? [] : [name]), ...(brackets.match(/\[\]/g) ?? [])];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function objectOf(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
