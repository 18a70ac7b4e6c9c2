// A section of the console: shows the page that what follows its name in the address leads to.
import { LitElement } from 'lit';
import { SettingsController } from '../../settings.js';
import { base } from '../../ui/styles.js';
import './words.js';

export class Section extends LitElement {
  static properties = { path: { attribute: false } };

  static styles = [base];

  constructor() {
    super();
    new SettingsController(this);
    this.path = [];
  }
}
