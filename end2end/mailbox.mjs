// A mail server that takes every letter and keeps it in memory, and a page on which the tests read them.
import { createServer as createPage } from "node:http";
import { createServer } from "node:net";

const first = Number(process.env.TEST_PORT ?? 3117);
/** Where letters are taken. */
export const smtpPort = first + 4;
/** Where they are read. */
export const mailboxPort = first + 5;

/** One connection: answers each line as a mail server does, and hands over what came between DATA and the dot. */
function converse(socket, keep) {
  let rest = "";
  let letter = null;
  const say = (line) => socket.write(`${line}\r\n`);
  const hear = (line) => {
    if (letter !== null) {
      if (line !== ".") letter += `${line}\n`;
      else {
        keep(letter);
        letter = null;
        say("250 taken");
      }
      return;
    }
    const word = line.split(" ")[0].toUpperCase();
    if (word === "DATA") {
      letter = "";
      say("354 go on");
    } else if (word === "QUIT") {
      say("221 bye");
      socket.end();
    } else say(word === "EHLO" ? "250-mailbox\r\n250 8BITMIME" : "250 ok");
  };
  socket.on("error", () => socket.destroy());
  socket.on("data", (bytes) => {
    const lines = (rest + bytes).split("\r\n");
    rest = lines.pop();
    lines.forEach(hear);
  });
  say("220 mailbox");
}

/** Opens the mailbox until the program ends. */
export function openMailbox() {
  const letters = [];
  createServer((socket) => converse(socket, (letter) => letters.push(letter))).listen(smtpPort, "127.0.0.1");
  createPage((_, answer) => answer.end(JSON.stringify(letters))).listen(mailboxPort, "127.0.0.1");
}
