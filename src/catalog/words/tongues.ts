/** What an API that does not speak English calls an error and its code: Danish to Swedish, without accents. */
const english = new Map(
  Object.entries({
    code: "codigo codigos codice codici kode kod koodi",
    error: "erro erreur errore fehler feil fejl fel fout virhe",
    errors: "erros errores erreurs errori fouten virheet",
  }).flatMap(([word, others]) => others.split(" ").map((other) => [other, word] as const)),
);

/** The words of a name in snake case, those for errors and codes in English. */
export function inEnglish(words: string): string {
  return words
    .split("_")
    .map((word) => english.get(word) ?? word)
    .join("_");
}
