// Where in the app we are, kept in the address behind the #: the service has one page.
const SOCKET = /^#\/sockets\/([^/]+)\/([^/]+)$/;

export function route() {
  const found = SOCKET.exec(location.hash);
  try {
    return found
      ? { page: 'socket', productId: decodeURIComponent(found[1]), name: decodeURIComponent(found[2]) }
      : { page: 'home' };
  } catch {
    // Not what encodeURIComponent makes.
    return { page: 'home' };
  }
}

export function socketHref({ productId, name }) {
  return `#/sockets/${encodeURIComponent(productId)}/${encodeURIComponent(name)}`;
}

export const HOME = '#/';
