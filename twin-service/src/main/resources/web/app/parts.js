// The parts of the app that are loaded when somebody goes there; each element comes to life then.
import { html } from 'lit';
import { t } from './i18n.js';

// shown: { user, rights, may, changed, left, failed }; undefined if the page is none of these, or not
// for this reader.
export function part({ page, rest }, shown) {
  const load = (script) => script.catch(shown.failed);
  switch (page) {
    case 'console':
      if (!shown.may('oversee')) {
        return undefined;
      }
      load(import('./console/console.js'));
      return html`<st-console .path=${rest}></st-console>`;
    case 'account':
      if (!shown.may('account')) {
        return html`<p class="notice">${t('account.key')}</p>`;
      }
      load(import('./account/account.js'));
      return html`<st-account .user=${shown.user} @changed=${shown.changed}></st-account>`;
    case 'alarms':
      load(import('./alarms/alarms.js'));
      return html`<st-alarms heading ?control=${shown.rights.control}></st-alarms>`;
    case 'add':
      load(import('./add/add.js'));
      return html`<st-add .rights=${shown.rights}></st-add>`;
    case 'more':
      load(import('./more/more.js'));
      return html`<st-more
        .user=${shown.user}
        ?account=${shown.may('account')}
        @left=${shown.left}
      ></st-more>`;
    default:
      return undefined;
  }
}
