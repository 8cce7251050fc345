// The checksum of a text: the same small function in every language (docs/languages.md).
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"log"
	"os"
)

type answer struct {
	SHA256 string `json:"sha256"`
	Bytes  int    `json:"bytes"`
}

func checksum(event []byte) (any, error) {
	var request struct {
		Text any `json:"text"`
	}
	if err := json.Unmarshal(event, &request); err != nil {
		return nil, err
	}
	text, ok := request.Text.(string)
	if !ok {
		return nil, errors.New("text: give a string")
	}
	sum := sha256.Sum256([]byte(text))
	return answer{SHA256: hex.EncodeToString(sum[:]), Bytes: len(text)}, nil
}

func main() {
	log.Fatal(newRuntime(os.Getenv("AWS_LAMBDA_RUNTIME_API")).serve(checksum))
}
