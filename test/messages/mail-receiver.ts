/** A mail server on loopback that reads what it gets: the outside world of the messages. */
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { atFileEnd } from '../support/file-end.ts';

export interface Got {
  readonly to: readonly string[];
  readonly mail: ParsedMail;
  /** Its subject and plain text, with ordinary spaces. */
  readonly subject: string;
  readonly text: string;
  /** As it came over the wire, its headers unfolded. */
  readonly raw: string;
}

export interface MailReceiver {
  readonly port: number;
  readonly got: readonly Got[];
  readonly to: (address: string) => readonly Got[];
  /** What it says to the next recipients, until told otherwise: null takes them. */
  readonly refuse: (answer: { readonly code: number; readonly words: string } | null) => void;
  readonly close: () => Promise<void>;
}

export async function openMailReceiver(account?: { readonly user: string; readonly password: string }): Promise<MailReceiver> {
  const got: Got[] = [];
  let refusal: { readonly code: number; readonly words: string } | null = null;
  const server = new SMTPServer({
    authOptional: account === undefined,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (auth, _session, done) => {
      const isKnown = account !== undefined && auth.username === account.user && auth.password === account.password;
      done(isKnown ? null : new Error('Invalid user or password'), { user: auth.username });
    },
    onRcptTo: (_address, _session, done) => {
      done(refusal === null ? null : Object.assign(new Error(refusal.words), { responseCode: refusal.code }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks);
        void simpleParser(raw).then((mail) => {
          const to = session.envelope.rcptTo.map((each) => each.address);
          const [subject, text] = [mail.subject ?? '', mail.text ?? ''].map((part) => part.replaceAll('\u00a0', ' '));
          got.push({ to, mail, subject: subject ?? '', text: text ?? '', raw: raw.toString().replaceAll(/\r\n[ \t]+/g, ' ') });
          done();
        });
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the receiver has no port');
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  atFileEnd(close);
  return {
    port: address.port,
    got,
    to: (each) => got.filter(({ to }) => to.includes(each)),
    refuse: (answer) => {
      refusal = answer;
    },
    close,
  };
}
