// Tells when an element of the host has come near the reader's sight.

// So that there is more before anybody sees the end.
const AHEAD = '600px';

export class Reached {
  #host;
  #selector;
  #observer;

  // reached: called again after each time the host was drawn, while it is near
  constructor(host, selector, reached) {
    this.#host = host;
    this.#selector = selector;
    this.#observer = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && reached(),
      { rootMargin: AHEAD },
    );
    host.addController(this);
  }

  hostUpdated() {
    this.#observer.disconnect();
    const element = this.#host.renderRoot.querySelector(this.#selector);
    if (element) {
      this.#observer.observe(element);
    }
  }

  hostDisconnected() {
    this.#observer.disconnect();
  }
}
