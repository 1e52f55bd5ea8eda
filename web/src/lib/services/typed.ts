/** What of a form goes along with every post, and is no part of what was filled in. */
const carried: readonly string[] = ['dossierId', 'commandId', 'token', 'step', 'upload', 'go', 'website', 'answer'];

/** What somebody has filled in, by the names of the fields. */
export function typedIn(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(
    [...new FormData(form)].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !carried.includes(entry[0]),
    ),
  );
}

/** Fills a form in with what was kept of it, but for fields in which somebody has typed something else meanwhile. */
export function fillIn(form: HTMLFormElement, values: Readonly<Record<string, string>>): void {
  for (const field of form.elements) {
    if (field instanceof HTMLSelectElement) field.value = values[field.name] ?? field.value;
    if (field instanceof HTMLTextAreaElement && field.value === field.defaultValue)
      field.value = values[field.name] ?? field.value;
    if (!(field instanceof HTMLInputElement) || carried.includes(field.name)) continue;
    if (field.type === 'checkbox') field.checked = field.name in values;
    else if (field.type === 'radio') field.checked = values[field.name] === field.value;
    else if (field.type !== 'file' && field.value === field.defaultValue)
      field.value = values[field.name] ?? field.value;
  }
}
