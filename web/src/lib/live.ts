/**
 * Follows the server's word that something this reader can see has changed (`Subscription.changed`, as server-sent events).
 * The word holds no record, only that there is news. Returns what ends it. The browser itself takes a lost line up again.
 */
export function follow(news: (topics: readonly string[]) => void): () => void {
  const source = new EventSource(`/graphql?${new URLSearchParams({ query: changedText })}`);
  source.addEventListener('next', ({ data }: MessageEvent<string>) => {
    const result: { data?: { changed?: { topics: string[] } } } = JSON.parse(data);
    if (result.data?.changed) news(result.data.changed.topics);
  });
  return () => source.close();
}

/** The text of `operations/frame.graphql`, `Changed`: the generated module would bring every other operation to the browser with it. */
const changedText = 'subscription Changed {\n  changed {\n    position\n    topics\n  }\n}';
