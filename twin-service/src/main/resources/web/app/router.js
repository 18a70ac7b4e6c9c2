// Where in the app we are, kept in the address behind the #: the service has one page.
export const HOME = '#/';
export const CONSOLE = '#/console';
export const ALARMS = '#/alarms';
export const ACCOUNT = '#/account';
export const ADD = '#/add';
export const MORE = '#/more';

const PAGES = ['account', 'add', 'alarms', 'more'];

// rest: the parts that follow the console's, which has pages of its own.
export function route() {
  const [first, ...rest] = location.hash.replace(/^#\//, '').split('/').map(decoded);
  if (first === 'sockets' && rest.length >= 2) {
    const [productId, name, section = ''] = rest;
    return { page: 'socket', productId, name, section };
  }
  if (first === 'console') {
    return { page: 'console', rest };
  }
  return { page: PAGES.includes(first) ? first : 'home' };
}

// The address of a page by its parts, which may hold any character.
export function href(...parts) {
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

export function socketHref({ productId, name }, section) {
  return href('sockets', productId, name, ...(section ? [section] : []));
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    // Not what encodeURIComponent makes.
    return part;
  }
}
