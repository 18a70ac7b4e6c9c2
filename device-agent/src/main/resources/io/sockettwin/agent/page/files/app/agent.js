// The agent: its live views, and what is done to it.

const RETRY_MILLIS = 2000;

// Calls back with each view; and when the agent cannot be heard. Tries for ever.
export function watch(show, gone) {
  const events = new EventSource('live');
  events.onmessage = (event) => show(JSON.parse(event.data));
  events.onerror = () => {
    gone();
    // A browser does not try again by itself after an answer other than 200.
    if (events.readyState === EventSource.CLOSED) {
      setTimeout(() => watch(show, gone), RETRY_MILLIS);
    }
  };
}

// Does something to the socket; gives the problem, or null when it is done.
export async function touch(path, body) {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      keepalive: true,
    });
    return answer.ok ? null : await answer.json();
  } catch {
    return { code: 'GONE' };
  }
}
