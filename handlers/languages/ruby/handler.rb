# frozen_string_literal: true

require "digest"

# The checksum of a text: the same small function in every language (docs/languages.md).
def handler(event:, context:)
  text = event["text"]
  raise TypeError, "text: give a string" unless text.is_a?(String)

  { sha256: Digest::SHA256.hexdigest(text), bytes: text.bytesize }
end
