// What the sections of the account page look like.
import { css } from 'lit';

export const sections = css`
  section {
    display: grid;
    gap: 12px;
    padding: 20px 24px;
  }
  h2 {
    font-size: 1.1875rem;
  }
  ul {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    padding: 10px 0;
    border-top: 1px solid var(--line);
  }
  li > div {
    flex: 1 1 160px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  form button {
    margin-top: 16px;
  }
  .tag {
    padding: 1px 10px;
    border-radius: 999px;
    background: var(--raised);
    font-size: 0.8125rem;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .good {
    color: var(--good);
  }
  button.danger {
    border-color: transparent;
    background: var(--bad-ground);
    color: var(--bad);
  }
`;
