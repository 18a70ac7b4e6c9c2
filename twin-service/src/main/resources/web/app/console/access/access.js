// Who may do what, and who did: users, roles, tokens and the audit log.
import { css, html, nothing } from 'lit';
import { addWords, t } from '../../i18n.js';
import { href } from '../../router.js';
import accountWords from '../../account/words.js';
import { base, buttons } from '../../ui/styles.js';
import { Section } from '../parts/section.js';
import './audit.js';
import './roles.js';
import './tokens.js';
import './users.js';
import words from './words.js';

addWords(accountWords);
addWords(words);

const PAGES = {
  users: () => html`<st-access-users></st-access-users>`,
  roles: () => html`<st-access-roles></st-access-roles>`,
  tokens: () => html`<st-access-tokens></st-access-tokens>`,
  audit: () => html`<st-access-audit></st-access-audit>`,
};

class Access extends Section {
  static styles = [
    base,
    buttons,
    css`
      h1 {
        font-size: 1.5rem;
      }
      nav {
        display: flex;
        gap: 4px;
        margin: 8px 0 16px;
        overflow-x: auto;
        border-bottom: 1px solid var(--line);
      }
      nav a {
        padding: 10px 14px;
        border-bottom: 3px solid transparent;
        color: var(--ink-soft);
        font-weight: 500;
        text-decoration: none;
        white-space: nowrap;
      }
      nav a[aria-current] {
        border-color: var(--accent);
        color: var(--ink);
      }
    `,
  ];

  render() {
    const page = this.path[0] in PAGES ? this.path[0] : 'users';
    return html`<h1>${t('access.title')}</h1>
      <nav aria-label=${t('access.title')}>
        ${Object.keys(PAGES).map(
          (name) => html`<a href=${href('console', 'access', name)}
            aria-current=${name === page ? 'page' : nothing}>${t(`access.${name}`)}</a>`,
        )}
      </nav>
      ${PAGES[page]()}`;
  }
}

customElements.define('st-console-access', Access);
