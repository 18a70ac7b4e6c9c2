// One alarm: what it says, the way it took, who was told, what people made of it.
import { LitElement, html, nothing } from 'lit';
import { localized, problemText, t } from '../../i18n.js';
import { href, socketHref } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { errorsOf, field, fields } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { base, buttons } from '../../ui/styles.js';
import { inWords } from '../parts/durations.js';
import { Feed } from '../parts/feed.js';
import { Question } from '../parts/question.js';
import { severityBadge } from '../parts/severity.js';
import { partStyles } from '../parts/styles.js';
import { exact } from '../parts/times.js';
import { alarmStyles } from './alarm-styles.js';
import * as api from './api.js';
import { hops, underWay } from './hops.js';
import { stateBadge } from './state.js';
import './way.js';

// Receipts come without a word; until all are there they are asked for.
const RECEIPT_MILLIS = 1_000;

class Alarm extends LitElement {
  static properties = {
    alarmId: { attribute: false },
    alarm: { state: true },
    flow: { state: true },
    problem: { state: true },
    commentProblem: { state: true },
    busy: { state: true },
  };

  static styles = [base, buttons, fields, partStyles, alarmStyles];

  #question = new Question(this);
  #timer;
  #feed = new Feed(this, api.LIVE, {
    read: () => this.#read(),
    heard: ({ id }) => id === this.alarmId && this.#read(),
  });

  constructor() {
    super();
    new SettingsController(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  #read = () => this.#take(() => api.get(this.alarmId));

  // Whether it was answered.
  async #take(ask) {
    clearTimeout(this.#timer);
    try {
      this.alarm = await ask();
      this.problem = undefined;
      this.flow ??= (await api.flows().catch(() => [])).find(({ id }) => id === this.alarm.flowId);
      if (this.isConnected && this.alarm.receipts?.some(underWay)) {
        this.#timer = setTimeout(this.#read, RECEIPT_MILLIS);
      }
      return true;
    } catch (problem) {
      this.problem = problem;
      return problem.status >= 400 && problem.status < 500;
    }
  }

  render() {
    const { alarm, problem } = this;
    return html`<a class="back" href=${href('console', 'alarms')}>${icons.back}${t('alarms.all')}</a>
      ${problem
        ? html`<p class="error" role="alert">${problem.code === 'not-found' ? t('parts.gone') : problemText(problem)}</p>`
        : nothing}
      ${this.#feed.connected ? nothing : html`<p class="notice" role="status">${t('parts.lost')}</p>`}
      ${alarm ? this.#page() : problem ? nothing : html`<p class="soft" role="status">${t('loading')}</p>`}
      ${this.#question.render()}`;
  }

  #page() {
    const { alarm } = this;
    const state = alarm.state.toLowerCase();
    return html`<div class="head">
        <h1>${localized(alarm.title)}</h1>
        ${state === 'open'
          ? html`<button class="primary" ?disabled=${this.busy} @click=${() => this.#take(() => api.acknowledge(alarm.id))}>
              ${t('alarms.acknowledge')}</button>`
          : nothing}
        ${state === 'cleared' ? nothing : html`<button ?disabled=${this.busy} @click=${this.#close}>${t('alarms.close')}</button>`}
      </div>
      <div class="both">
        <section class="card facts">${this.#facts()}</section>
        <section class="card">${this.#comments()}</section>
        <section class="card ways">${this.#ways()}</section>
      </div>`;
  }

  #facts() {
    const { alarm } = this;
    const { productId, device, reason, hits, eventAt, lastHitAt, clearedAt, clearReason, acknowledgedAt, acknowledgedBy, escalatedAt } = alarm;
    const rows = [
      ['device', html`<a href=${socketHref({ productId, name: device })}>${device}</a>`],
      ['flow', this.flow
        ? html`<a href=${href('console', 'flows', this.flow.id)}>${localized(this.flow.name)}</a>`
        : t('alarms.flow.gone')],
      ['reason', html`<code>${reason}</code>`],
      ['began', exact(eventAt)],
      ['hits', hits > 1 ? t('alarms.hits', { n: hits, at: exact(lastHitAt) }) : hits],
      acknowledgedAt && ['acknowledged', t('alarms.by', { who: acknowledgedBy, at: exact(acknowledgedAt) })],
      escalatedAt && ['escalated', exact(escalatedAt)],
      clearedAt && ['cleared', html`${exact(clearedAt)} · ${clearReason}
        <span class="soft">${t('alarms.lasted', { time: inWords(Date.parse(clearedAt) - Date.parse(eventAt)) })}</span>`],
    ];
    return html`<p class="badges">${severityBadge(alarm.severity)} ${stateBadge(alarm)}
        ${alarm.shadow ? html`<span class="chip">${t('alarms.silent')}</span>` : nothing}</p>
      <p class="text">${localized(alarm.text)}</p>
      <dl>
        ${rows.filter(Boolean).map(([name, value]) => html`<div><dt>${t(`alarms.fact.${name}`)}</dt><dd>${value}</dd></div>`)}
      </dl>`;
  }

  #ways() {
    const { alarm } = this;
    const receipts = alarm.receipts ?? [];
    return html`<h2>${t('alarms.way')}</h2>
      <p class="soft">${t('alarms.way.hint')}</p>
      ${receipts.length === 0
        ? html`<st-alarm-way .hops=${hops(alarm)} .label=${t('alarms.way')}></st-alarm-way>
            <p class="soft">${t(alarm.shadow ? 'alarms.way.shadow' : 'alarms.way.nobody')}</p>`
        : receipts.map((receipt) => this.#way(receipt))}`;
  }

  #way(receipt) {
    const { channelName, recipient, state, attempts, failure, providerId } = receipt;
    const to = recipient ? `${channelName} · ${recipient}` : channelName;
    const tone = { accepted: 'good', dead: 'critical', dropped: 'critical' }[state] ?? 'warning';
    return html`<div class="way">
      <h3>${to} <span class="badge ${tone}"><i></i>${t(`alarms.receipt.${state}`)}</span></h3>
      <st-alarm-way .hops=${hops(this.alarm, receipt)} .label=${to}></st-alarm-way>
      <p class="soft">${[
        attempts > 1 ? t('alarms.attempts', { n: attempts }) : '',
        state === 'accepted' ? '' : (failure ?? ''),
        providerId ? t('alarms.provider', { id: providerId }) : '',
      ].filter(Boolean).join(' · ')}</p>
    </div>`;
  }

  #comments() {
    const errors = this.commentProblem ? errorsOf(this.commentProblem, ['text']) : {};
    return html`<h2>${t('alarms.comments')}</h2>
      <ol class="comments">
        ${(this.alarm.comments ?? []).map(
          ({ at, author, text }) => html`<li><p>${text}</p><span class="soft">${author} · ${exact(at)}</span></li>`,
        )}
      </ol>
      <form class="form" novalidate @submit=${this.#say}>
        ${field({
          name: 'text',
          label: t('alarms.comment'),
          errors: { text: errors.text ?? errors[''] },
          control: ({ id, invalid, describedBy }) => html`<textarea id=${id} rows="2" maxlength="1000"
            aria-invalid=${invalid} aria-describedby=${describedBy}></textarea>`,
        })}
        <button ?disabled=${this.busy}>${t('alarms.comment.add')}</button>
      </form>`;
  }

  #say = async (event) => {
    event.preventDefault();
    const input = this.renderRoot.getElementById('text');
    const text = input.value.trim();
    if (text === '') {
      this.commentProblem = { errors: [{ field: 'text', message: t('parts.missing') }] };
      input.focus();
      return;
    }
    this.busy = true;
    try {
      this.alarm = await api.comment(this.alarmId, text);
      this.commentProblem = undefined;
      input.value = '';
    } catch (problem) {
      this.commentProblem = problem;
    } finally {
      this.busy = false;
    }
  };

  #close = async () => {
    const yes = await this.#question.ask({
      heading: t('alarms.close.ask', { title: localized(this.alarm.title) }),
      text: t('alarms.close.text'),
      yes: t('alarms.close'),
    });
    if (yes) {
      await this.#take(() => api.close(this.alarmId));
    }
  };
}

customElements.define('st-alarm', Alarm);
