const firstWait = 1_000;
const longestWait = 60_000;

/**
 * Follows the server's word that something this reader can see has changed (`Subscription.changed` over `graphql-transport-ws`).
 * The word holds no record, only that there is news. Returns what ends it. A lost line is taken up again, less and less often.
 */
export function follow(news: (topics: readonly string[]) => void): () => void {
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = firstWait;
  let ended = false;

  function open() {
    const url = new URL('/graphql', location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    socket = new WebSocket(url, 'graphql-transport-ws');
    socket.onopen = () => socket?.send(JSON.stringify({ type: 'connection_init' }));
    socket.onmessage = ({ data }) => {
      const message: { type?: string; payload?: { data?: { changed?: { topics: string[] } } } } = JSON.parse(String(data));
      if (message.type === 'connection_ack') {
        wait = firstWait;
        socket?.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: changedText } }));
      } else if (message.type === 'ping') {
        socket?.send(JSON.stringify({ type: 'pong' }));
      } else if (message.type === 'next' && message.payload?.data?.changed) {
        news(message.payload.data.changed.topics);
      }
    };
    socket.onclose = () => {
      if (ended) return;
      timer = setTimeout(open, wait);
      wait = Math.min(wait * 2, longestWait);
    };
  }
  open();

  return () => {
    ended = true;
    clearTimeout(timer);
    socket?.close();
  };
}

/** The text of `operations/frame.graphql`, `Changed`: the generated module would bring every other operation to the browser with it. */
const changedText = 'subscription Changed {\n  changed {\n    position\n    topics\n  }\n}';
