/** A path of this application to go back to; anything else (another host, `//host`, a backslash) becomes the start page. */
export function localPath(path: FormDataEntryValue | null): string {
  return typeof path === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(path) ? path : '/';
}
