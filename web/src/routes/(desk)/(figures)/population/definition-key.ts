/** Under which key a figure's `definition` (`population.present.now.2`) is explained: without boundaries and version. */
export function definitionKey(definition: string): string {
  return definition.replace(/\.\d+$/, '').replace(/\.(then|now)$/, '');
}
