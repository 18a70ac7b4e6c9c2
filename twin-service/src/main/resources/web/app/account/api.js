// What users ask about themselves.
import { call, path } from '../rest.js';

const ACCOUNT = '/api/account';

export const changePassword = (change) => call('PUT', `${ACCOUNT}/password`, change);
export const chooseLanguage = (language) => call('PUT', `${ACCOUNT}/language`, { language });
export const sessions = () => call('GET', `${ACCOUNT}/sessions`);
export const endSession = (id) => call('DELETE', path`/api/account/sessions/${id}`);
export const endSessions = () => call('DELETE', `${ACCOUNT}/sessions`);
export const tokens = () => call('GET', `${ACCOUNT}/tokens`);
export const drawToken = (token) => call('POST', `${ACCOUNT}/tokens`, token);
export const revokeToken = (id) => call('DELETE', path`/api/account/tokens/${id}`);
export const memberships = () => call('GET', `${ACCOUNT}/memberships`);
export const join = (code) => call('POST', `${ACCOUNT}/memberships`, { code });
export const leave = (homeId) => call('DELETE', path`/api/account/memberships/${homeId}`);
export const shares = () => call('GET', `${ACCOUNT}/shares`);
