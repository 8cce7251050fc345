// The checksum of a text: the same small function in every language (docs/languages.md).
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"

	"github.com/aws/aws-lambda-go/lambda"
)

type event struct {
	Text any `json:"text"`
}

type answer struct {
	SHA256 string `json:"sha256"`
	Bytes  int    `json:"bytes"`
}

func checksum(e event) (answer, error) {
	text, ok := e.Text.(string)
	if !ok {
		return answer{}, errors.New("text: give a string")
	}
	sum := sha256.Sum256([]byte(text))
	return answer{SHA256: hex.EncodeToString(sum[:]), Bytes: len(text)}, nil
}

func main() {
	lambda.Start(checksum)
}
