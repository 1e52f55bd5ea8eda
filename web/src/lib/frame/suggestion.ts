/** What the search box shows of a hit. */
export interface Suggestion {
  kind: 'citizen' | 'household' | 'dwelling';
  href: string;
  title: string;
  subtitle: string;
}
