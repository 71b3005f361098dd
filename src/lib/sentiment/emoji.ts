/**
 * Emoji whose AFINN weight is missing or misleads (it reads 👎 as -1, 😂 as praise), `weight: emoji`.
 * AFINN's own weights hold for the other faces and hearts.
 */
const corrections = `
3.5: 🤩 🥰 😍 ❤
3: 👏 🙌 🎉
2.5: 👍 👌 💪 🔥 🤗 😀 😃 😄 😁
1.5: 🙂 🤝
0.5: 😉 🙏
0: 😂 🤣 😅 🤔 😏 💀 😈 😮 😴 😜 🙈 🙊 🙉 💩
-1.2: 😕 🙁 😐 😑 😬 😞 😔 😟
-2.2: 🙄 😒 😢 😭 😩 😫 😤 😠 ☹ 😥 😣 😖
-3: 👎 😡 🤬 🤮 🤢 💔
`;

/** Weight of each corrected emoji, from -4 to 4. */
export const emojiWeights: Record<string, number> = {};

for (const line of corrections.trim().split('\n')) {
  const [weight, ...list] = line.split(/:? /u);
  for (const emoji of list) emojiWeights[emoji] = Number(weight);
}
