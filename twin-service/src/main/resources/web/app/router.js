// Where in the app we are, kept in the address behind the #: the service has one page.
export const HOME = '#/';
export const CONSOLE = '#/console';
export const ACCOUNT = '#/account';

// rest: the parts that follow the console's, which has pages of its own.
export function route() {
  const [first, ...rest] = location.hash.replace(/^#\//, '').split('/').map(decoded);
  if (first === 'sockets' && rest.length === 2) {
    return { page: 'socket', productId: rest[0], name: rest[1] };
  }
  if (first === 'console') {
    return { page: 'console', rest };
  }
  return { page: first === 'account' ? 'account' : 'home' };
}

// The address of a page by its parts, which may hold any character.
export function href(...parts) {
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

export function socketHref({ productId, name }) {
  return href('sockets', productId, name);
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not what encodeURIComponent makes.
    return part;
  }
}
